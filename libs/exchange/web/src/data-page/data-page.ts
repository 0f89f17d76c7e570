import { DOCUMENT } from '@angular/common';
import { Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Session, read } from '@tallgrunn/api-client';
import { dataTablesList } from '@tallgrunn/api-client/calls';
import type { DataTableDto } from '@tallgrunn/api-client/shapes';
import { Cell, DataTable, Empty, Loaded, PageHeader, texts, type Column } from '@tallgrunn/design';
import { exchangeTexts } from '../texts/exchange-texts.ts';
import { pbidsOf } from './pbids.ts';

/**
 * Page that explains how to fetch the tables with Excel, Power BI and other tools: address, steps and content of each
 * table.
 */
@Component({
  selector: 'tg-data-page',
  imports: [Cell, DataTable, Empty, Loaded, PageHeader, RouterLink],
  templateUrl: './data-page.html',
})
export class DataPage {
  protected readonly t = texts(exchangeTexts);
  readonly #document = inject(DOCUMENT);
  readonly #session = inject(Session);
  protected readonly tables = read(dataTablesList);
  protected readonly root = `${this.#document.location.origin}/api/v1/odata`;
  protected readonly mayMakeKeys = computed(() => this.#session.permissions().has('api-key.manage'));
  /** Address of the Parquet file of any table; the table's name is to be filled in. */
  protected readonly parquetPattern = computed(() => `${this.root}/<${this.t().heads.table.toLowerCase()}>.parquet`);
  protected readonly copied = signal<'yes' | 'marked' | null>(null);

  protected readonly columns = computed<readonly Column<DataTableDto>[]>(() => {
    const { table, what, columns, address, parquet } = this.t().heads;
    return [
      { key: 'table', head: table, text: (row) => this.#named(row)[0] },
      { key: 'what', head: what, text: (row) => this.#named(row)[1] },
      { key: 'columns', head: columns, text: (row) => this.t().columns({ count: row.columns.length }), numeric: true },
      { key: 'address', head: address, text: (row) => row.name },
      { key: 'parquet', head: parquet, text: (row) => this.parquetOf(row) },
    ];
  });
  protected readonly trackRow = (row: DataTableDto): string => row.name;
  /** A small file without secrets; the tool requests the API key itself. */
  protected readonly pbids = `data:application/json;charset=utf-8,${encodeURIComponent(pbidsOf(this.root))}`;

  protected parquetOf({ name }: DataTableDto): string {
    return `${this.root}/${name}.parquet`;
  }

  #named({ name }: DataTableDto): readonly [string, string] {
    return this.t().names[name] ?? [name, ''];
  }

  /** Copies an address. If the browser denies it, selects the address for manual copying. */
  protected async copy(field: HTMLInputElement): Promise<void> {
    field.select();
    try {
      await this.#document.defaultView?.navigator.clipboard.writeText(field.value);
      this.copied.set('yes');
    } catch {
      this.copied.set('marked');
    }
  }
}
