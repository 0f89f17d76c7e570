import { Component, computed, input } from '@angular/core';

/** SVG paths by name, drawn for this product on a 24 px grid with one stroke width. */
const paths = {
  check: 'M5 12.5l4.5 4.5L19 7.5',
  cross: 'M6 6l12 12M18 6L6 18',
  question:
    'M9.2 9.2a2.9 2.9 0 1 1 4.3 2.5c-1 .6-1.5 1.1-1.5 2.3M12 17.2v.1M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17z',
  info: 'M12 11v5.5M12 7.6v.1M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17z',
  warning: 'M12 4L21 19.5H3L12 4zM12 10v4.5M12 16.9v.1',
  stop: 'M8.2 3.5h7.6l4.7 4.7v7.6l-4.7 4.7H8.2l-4.7-4.7V8.2zM9 9l6 6M15 9l-6 6',
  clock: 'M12 3.5a8.5 8.5 0 1 0 0 17 8.5 8.5 0 0 0 0-17zM12 7.5V12l3 2',
  file: 'M6 3.5h8l4 4v13H6zM14 3.5v4h4M9 12h6M9 15.5h6',
  upload: 'M12 16V5M7.5 9.5L12 5l4.5 4.5M4.5 15.5v4h15v-4',
  download: 'M12 4.5v11M7.5 11L12 15.5 16.5 11M4.5 15.5v4h15v-4',
  lock: 'M6 10.5h12v9.5H6zM8.5 10.5V8a3.5 3.5 0 0 1 7 0v2.5M12 14v2.5',
  empty: 'M4 13.5l2.5-8h11l2.5 8v5.5H4zM4 13.5h4.5l1.5 2.5h4l1.5-2.5H20',
  menu: 'M4 7h16M4 12h16M4 17h16',
  person: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM4.5 20.5c.7-3.6 3.6-5.5 7.5-5.5s6.8 1.9 7.5 5.5',
  organisation: 'M5 20.500V4h9v16.500M14 9.500h5v11M3 20.500h18M8 8h3M8 12h3M8 16h3',
  columns: 'M4 5h16v14H4zM9.3 5v14M14.7 5v14',
  table: 'M4 5h16v14H4zM4 10h16M10 5v14',
  chart: 'M4.5 4v16H20M9 16.500V11M13.5 16.500V7.500M18 16.500v-4',
  arrow: 'M5 12h14M13 6l6 6-6 6',
  chevron: 'M6.5 9.500L12 15l5.5-5.5',
  dot: 'M12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6z',
} as const;

export type IconName = keyof typeof paths;

/** A decorative icon next to a text. It never carries meaning alone and is hidden from screen readers. */
@Component({
  selector: 'tg-icon',
  template: `
    <svg
      viewBox="0 0 24 24"
      width="1.25em"
      height="1.25em"
      fill="none"
      stroke="currentColor"
      stroke-width="1.8"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      <path [attr.d]="path()" />
    </svg>
  `,
  styles: `
    :host {
      display: inline-flex;
      flex: none;
      vertical-align: -0.25em;
    }
  `,
})
export class Icon {
  readonly name = input.required<IconName>();
  protected readonly path = computed(() => paths[this.name()]);
}
