import { formatCount, formatDate, formatInstant, formatPeriod, osloDate, Period, plural } from '@tallgrunn/values';

/** Formats of counts, dates and times in report texts. */
export const count = (n: number) => formatCount(n, 'nn');
export const day = (date: string) => formatDate(date.slice(0, 10), 'nn');
/** Formats a month: '2026-08'. */
export const month = (key: string) => formatPeriod(Period.parse(key), 'nn');
/** Formats the date (Oslo) of an instant. */
export const dayOf = (time: string) => formatDate(osloDate(new Date(time)), 'nn');
export const instant = (time: string) => formatInstant(new Date(time), 'nn');
export const weekday = (date: string) => formatDate(date.slice(0, 10), 'nn', 'weekday');
export const capital = (text: string) => text.charAt(0).toLocaleUpperCase('nb') + text.slice(1);
export const lines = (n: number) => plural('nn', n, { one: 'éi linje', other: `${count(n)} linjer` });
export const rows = (n: number) => plural('nn', n, { one: 'éi rad', other: `${count(n)} rader` });
export const buyers = (n: number) => plural('nn', n, { one: 'éin kunde', other: `${count(n)} kundar` });
export const workingDays = (n: number) => plural('nn', n, { one: 'éin yrkedag', other: `${count(n)} yrkedagar` });
export const questions = (n: number) => plural('nn', n, { one: 'eitt spørsmål', other: `${count(n)} spørsmål` });
export const remarks = (n: number) => plural('nn', n, { one: 'éin merknad', other: `${count(n)} merknader` });
export const places = (n: number) => plural('nn', n, { one: 'éin stad', other: `${count(n)} stader` });
export const inDays = (n: number) =>
  n === 0 ? 'i dag' : `om ${plural('nn', n, { one: 'éin dag', other: `${count(n)} dagar` })}`;
