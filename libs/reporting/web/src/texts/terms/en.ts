import { formatCount, formatDate, formatInstant, formatPeriod, osloDate, Period, plural } from '@tallgrunn/values';

/** Formats of counts, dates and times in report texts. */
export const count = (n: number) => formatCount(n, 'en');
export const day = (date: string) => formatDate(date.slice(0, 10), 'en');
/** Formats a month: '2026-08'. */
export const month = (key: string) => formatPeriod(Period.parse(key), 'en');
/** Formats the date (Oslo) of an instant. */
export const dayOf = (time: string) => formatDate(osloDate(new Date(time)), 'en');
export const instant = (time: string) => formatInstant(new Date(time), 'en');
export const weekday = (date: string) => formatDate(date.slice(0, 10), 'en', 'weekday');
export const capital = (text: string) => text.charAt(0).toLocaleUpperCase('en') + text.slice(1);
export const lines = (n: number) => plural('en', n, { one: 'one line', other: `${count(n)} lines` });
export const rows = (n: number) => plural('en', n, { one: 'one row', other: `${count(n)} rows` });
export const buyers = (n: number) => plural('en', n, { one: 'one customer', other: `${count(n)} customers` });
export const workingDays = (n: number) =>
  plural('en', n, { one: 'one working day', other: `${count(n)} working days` });
export const questions = (n: number) => plural('en', n, { one: 'one question', other: `${count(n)} questions` });
export const remarks = (n: number) => plural('en', n, { one: 'one remark', other: `${count(n)} remarks` });
export const places = (n: number) => plural('en', n, { one: 'one place', other: `${count(n)} places` });
export const inDays = (n: number) =>
  n === 0 ? 'today' : `in ${plural('en', n, { one: 'one day', other: `${count(n)} days` })}`;
