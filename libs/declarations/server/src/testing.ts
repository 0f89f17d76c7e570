import type { Actor } from '@tallgrunn/platform';
import { UnitOfWork } from '@tallgrunn/platform';
import type { TestApp } from '@tallgrunn/platform/testing';
import { spoolFile } from '@tallgrunn/agreements-server/testing';
import { sampleEpdArchive, type SampleEpd, samplePdf } from '@tallgrunn/formats/testing';
import { writeZip } from '@tallgrunn/tabular';
import { AddAttachment } from './add-attachment.ts';
import { ReviewFootprints } from './decide-footprints.ts';
import type { ReviewOutcome } from './checklist/checklist-item.ts';
import { ShowDeclaration } from './show-declaration.ts';
import { SubmitDeclaration, type DeclarationReceipt } from './submit-declaration.ts';

export interface TestFootprint {
  readonly id?: string;
  readonly productIds?: readonly string[];
  readonly unit?: string;
  readonly amount?: string;
  readonly value?: string;
  readonly massKg?: string;
  readonly periodEnd?: string;
  readonly status?: 'Active' | 'Deprecated';
  readonly verifiedBy?: string;
  readonly product?: string;
  /** Further members of its pcf. */
  readonly more?: Readonly<Record<string, string>>;
}

/** Builds a PACT 3 footprint. Unstated members have plausible defaults. */
export function pactFootprint(footprint: TestFootprint = {}): Record<string, unknown> {
  const periodEnd = footprint.periodEnd ?? '2025-12-31';
  return {
    id: footprint.id ?? '6a6cbe91-4ce9-4ae1-8c3e-2f1f0a4d4f01',
    specVersion: '3.0.0',
    created: '2026-01-15T10:00:00Z',
    status: footprint.status ?? 'Active',
    companyName: 'Finnskog Storkjøkken Engros',
    companyIds: ['urn:uuid:51131fb5-42a2-4267-a402-0ecfefad1619'],
    productDescription: 'Fra vugge til port',
    productNameCompany: footprint.product ?? 'Testvare',
    productIds: footprint.productIds ?? ['urn:pact:finnskog:00512'],
    pcf: {
      declaredUnitOfMeasurement: footprint.unit ?? 'kilogram',
      declaredUnitAmount: footprint.amount ?? '1',
      productMassPerDeclaredUnit: footprint.massKg ?? '1',
      referencePeriodStart: `${periodEnd.slice(0, 4)}-01-01T00:00:00Z`,
      referencePeriodEnd: `${periodEnd}T00:00:00Z`,
      pcfExcludingBiogenicUptake: footprint.value ?? '12.5',
      pcfIncludingBiogenicUptake: '-1',
      fossilGhgEmissions: footprint.value ?? '12.5',
      fossilCarbonContent: '0',
      ipccCharacterizationFactors: ['AR6'],
      crossSectoralStandards: ['ISO14067'],
      exemptedEmissionsPercent: '0',
      primaryDataShare: '40',
      ...footprint.more,
      ...(footprint.verifiedBy
        ? { verification: { providerName: footprint.verifiedBy, standardName: 'ISO 14067:2018' } }
        : {}),
    },
  };
}

/** Submits one file with these footprints as the actor, for a supplier. */
export async function submitFootprints(
  stand: TestApp,
  actor: Actor,
  supplierId: string,
  footprints: readonly TestFootprint[],
): Promise<DeclarationReceipt> {
  const file = await spoolFile(stand, 'fotavtrykk.json', JSON.stringify(footprints.map(pactFootprint)));
  return stand.get(UnitOfWork).run(actor, () => stand.get(SubmitDeclaration).run(file, supplierId));
}

/** Submits a generated EPD as an ILCD archive. */
export async function submitEpd(
  stand: TestApp,
  actor: Actor,
  supplierId: string,
  sample: SampleEpd,
): Promise<DeclarationReceipt> {
  const file = await spoolFile(stand, 'epd.zip', await archiveOf(sample));
  return stand.get(UnitOfWork).run(actor, () => stand.get(SubmitDeclaration).run(file, supplierId));
}

/** Returns the bytes of an ILCD archive with one EPD. */
export async function archiveOf(sample: SampleEpd): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of writeZip(
    Object.entries(sampleEpdArchive(sample)).map(([name, text]) => ({
      name,
      content: [new TextEncoder().encode(text)],
    })),
  ))
    pieces.push(piece);
  return Buffer.concat(pieces);
}

/** Records the same review of every footprint of a declaration as the actor. Default: accepted. */
export async function reviewFootprints(
  stand: TestApp,
  actor: Actor,
  declarationId: string,
  verdict: ReviewOutcome = 'accepted',
): Promise<void> {
  await stand.get(UnitOfWork).run({ ...actor }, async () => {
    const { footprints } = await stand.get(ShowDeclaration).run(declarationId);
    await stand
      .get(ReviewFootprints)
      .run({ footprintIds: footprints.map(({ id }) => id), verdict, reason: 'Gjennomgått.' });
  });
}

/** Adds a PDF attachment to a declaration and returns its id. */
export async function attachPdf(stand: TestApp, actor: Actor, declarationId: string): Promise<string> {
  const file = await spoolFile(stand, 'epd.pdf', samplePdf());
  return (await stand.get(UnitOfWork).run({ ...actor }, () => stand.get(AddAttachment).run(declarationId, file))).id;
}
