import { Injectable, type StreamableFile } from '@nestjs/common';
import { localText, roleTitle, fieldRoles, type CheckContext, type Terms, type TermsField } from '@tallgrunn/checks';
import type { Language } from '@tallgrunn/values';
import type { WriteColumn } from '@tallgrunn/tabular';
import { PrepareCheck } from './prepare-check.ts';
import { sendWorkbook } from './send-workbook.ts';
import { workbookTexts } from './workbook-texts.ts';

const CHOICES_MAX = 500;

/** The empty report of a duty as a workbook: the columns its terms ask for, with the lists its agreement knows. */
@Injectable()
export class WriteTemplate {
  constructor(private readonly prepare: PrepareCheck) {}

  async run(dutyId: string, language: Language): Promise<StreamableFile> {
    const { terms, context } = await this.prepare.basis(dutyId);
    const texts = workbookTexts(language);
    const sheets = terms.tables.map(({ title, fields }) => ({ name: localText(title, language, texts.linesSheet), columns: templateColumns(fields, context, language), rows: [] }));
    return sendWorkbook(texts.templateName({ number: terms.id, period: context.period?.key ?? '' }), sheets);
  }
}

/** What a field is called in a language, as its column's heading. */
export function fieldTitle(field: TermsField, language: Language): string {
  const role = field.role ?? fieldRoles.find((each) => each === field.name);
  return localText(field.title, language, role ? roleTitle(role, language) : field.name);
}

function templateColumns(fields: Terms['tables'][number]['fields'], context: CheckContext, language: Language): WriteColumn[] {
  return fields.map((field) => {
    const choices = choicesOf(field, context);
    return { header: fieldTitle(field, language), kind: kindOf(field), width: 18, ...(choices.length > 0 && choices.length <= CHOICES_MAX ? { choices } : {}) };
  });
}

function kindOf({ type, name }: TermsField): NonNullable<WriteColumn['kind']> {
  if (type === 'date') return 'date';
  if (type !== 'number' && type !== 'integer') return 'text';
  return name === 'amount' || name === 'unitPrice' ? 'amount' : 'number';
}

function choicesOf(field: TermsField, { buyers, lots }: CheckContext): readonly string[] {
  if (field.constraints?.enum) return field.constraints.enum;
  const role = field.role ?? field.name;
  if (role === 'lot') return lots?.key ?? [];
  if (role !== 'buyer' && role !== 'buyerName') return [];
  return (buyers?.name ?? []).filter((_, at) => buyers?.entitled?.[at] !== false);
}
