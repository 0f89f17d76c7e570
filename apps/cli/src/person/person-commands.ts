import { parseArgs } from 'node:util';
import type { INestApplicationContext } from '@nestjs/common';
import {
  ApplyRetention,
  CollectPersonalData,
  describePersonalData,
  EraseMentions,
  ErasePerson,
  People,
  ReportRetention,
  retentionKinds,
  type RetentionKind,
} from '@tallgrunn/identity-server';
import { exit, WrongUsage, type Command, type ExitCode } from '../command.ts';
import type { Output } from '../output.ts';
import { openRooms } from '../open-rooms.ts';

const eraseHelp = `Usage: npm run -s tallgrunn -- person erase EMAIL --confirm EMAIL
       npm run -s tallgrunn -- person erase --mention "NAME" --confirm "NAME"

Erases a person whose access has ended: name, e-mail address, password, sessions, second factors, keys, and every free text in which the
name or the address is found. What is left is an id with the name "Slettet person". The hash chain of the audit log still verifies.
With --mention it erases the texts that name a person who has no account.

  --confirm      the address or name once more, exactly as it is

Prints {"personId", "texts": [{"place", "erased"}], "signInRows"}.`;

const dataHelp = `Usage: npm run -s tallgrunn -- person data EMAIL [--text]

Prints everything that is stored about a person, as JSON; with --text as text to read. The person can fetch the same from the page
Mine opplysninger. The command is noted in the security log.`;

const retentionHelp = `Usage: npm run -s tallgrunn -- retention [list|apply|set KIND DAYS|report [MONTH]]

Lists how long each kind of record is retained, removes now what has been stored longer (the worker does it once a day), or sets the
days of one kind.

list prints one line a kind: {"kind", "days", "isDefault"}; days null: until the cooperative is deleted.
apply prints one line for each kind that lost something: {"kind", "cooperativeId", "days", "removed"}.
report prints one line a cooperative of a month (as 2026-11; the last whole one when left out): {"cooperativeId", "cooperative", "month",
"removed": [{"kind", "days", "count"}], "filesAdded", "bytesAdded", "files", "bytes"}.`;

async function personByEmail(app: INestApplicationContext, email: string): Promise<string> {
  const person = await app.get(People, { strict: false }).byEmail(email);
  if (!person) throw new WrongUsage(`Nobody here has the e-mail address ${email}.`);
  return person.id;
}

async function erase(argv: string[], output: Output): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: { mention: { type: 'string' }, confirm: { type: 'string' }, json: { type: 'boolean' } },
  });
  const target = values.mention ?? positionals[0];
  if (!target || positionals.length > (values.mention ? 0 : 1))
    throw new WrongUsage('Say whom to erase: an e-mail address, or --mention and a name.');
  if (values.confirm !== target)
    throw new WrongUsage(`Nothing was erased. Repeat it to confirm: --confirm "${target}".`);
  await openRooms(async (app) => {
    if (values.mention)
      await output.line({
        personId: null,
        texts: await app.get(EraseMentions, { strict: false }).run(values.mention, { via: 'cli' }),
        signInRows: 0,
      });
    else
      await output.line(
        await app.get(ErasePerson, { strict: false }).run(await personByEmail(app, target), { via: 'cli' }),
      );
  });
  return exit.fine;
}

async function data(argv: string[], output: Output): Promise<ExitCode> {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: { text: { type: 'boolean' }, json: { type: 'boolean' } },
  });
  const [email] = positionals;
  if (!email || positionals.length > 1) throw new WrongUsage('Say whose data: an e-mail address.');
  await openRooms(async (app) => {
    const collected = await app.get(CollectPersonalData, { strict: false }).run(await personByEmail(app, email));
    await (values.text ? output.text(`${describePersonalData(collected)}\n`) : output.line(collected));
  });
  return exit.fine;
}

const lastMonth = (now: Date): string =>
  new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - 1, 1)).toISOString().slice(0, 7);

async function retain(argv: string[], output: Output): Promise<ExitCode> {
  const { positionals } = parseArgs({ args: argv, allowPositionals: true, options: { json: { type: 'boolean' } } });
  const [act = 'list', kind = '', days = ''] = positionals;
  if (!['list', 'apply', 'set', 'report'].includes(act)) throw new WrongUsage('Say list, apply, set or report.');
  const month = kind || lastMonth(new Date());
  if (act === 'report' && !/^\d{4}-(0[1-9]|1[0-2])$/.test(month))
    throw new WrongUsage(`A month is written as 2026-11, and not "${month}".`);
  if (act === 'set' && (!(kind in retentionKinds) || !/^\d{1,5}$/.test(days)))
    throw new WrongUsage(`Say which kind and how many days: one of ${Object.keys(retentionKinds).join(', ')}.`);
  await openRooms(async (app) => {
    const retention = app.get(ApplyRetention, { strict: false });
    if (act === 'set') {
      await retention.setPeriod(kind as RetentionKind, Number(days)).catch((error: Error) => {
        throw new WrongUsage(error.message);
      });
    }
    const results =
      act === 'apply'
        ? await retention.run('cli')
        : act === 'report'
          ? await app.get(ReportRetention, { strict: false }).run(month, 'cli')
          : await retention.periods();
    for (const result of results) await output.line(result);
  });
  return exit.fine;
}

export const personErase: Command = { help: eraseHelp, run: erase };
export const personData: Command = { help: dataHelp, run: data };
export const retention: Command = { help: retentionHelp, run: retain };
