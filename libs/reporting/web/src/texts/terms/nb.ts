import { formatCount, formatDate, formatInstant, formatPeriod, osloDate, Period, plural } from '@tallgrunn/values';

/** Formats of counts, dates and times in report texts. */
export const count = (n: number) => formatCount(n, 'nb');
export const day = (date: string) => formatDate(date.slice(0, 10), 'nb');
/** Formats a month: '2026-08'. */
export const month = (key: string) => formatPeriod(Period.parse(key), 'nb');
/** Formats the date (Oslo) of an instant. */
export const dayOf = (time: string) => formatDate(osloDate(new Date(time)), 'nb');
export const instant = (time: string) => formatInstant(new Date(time), 'nb');
export const weekday = (date: string) => formatDate(date.slice(0, 10), 'nb', 'weekday');
export const capital = (text: string) => text.charAt(0).toLocaleUpperCase('nb') + text.slice(1);
export const lines = (n: number) => plural('nb', n, { one: 'én linje', other: `${count(n)} linjer` });
export const rows = (n: number) => plural('nb', n, { one: 'én rad', other: `${count(n)} rader` });
export const buyers = (n: number) => plural('nb', n, { one: 'én kunde', other: `${count(n)} kunder` });
export const workingDays = (n: number) => plural('nb', n, { one: 'én virkedag', other: `${count(n)} virkedager` });
export const questions = (n: number) => plural('nb', n, { one: 'ett spørsmål', other: `${count(n)} spørsmål` });
export const remarks = (n: number) => plural('nb', n, { one: 'én merknad', other: `${count(n)} merknader` });
export const inDays = (n: number) =>
  n === 0 ? 'i dag' : `om ${plural('nb', n, { one: 'én dag', other: `${count(n)} dager` })}`;
