import { auditActionsWithoutText } from './audit-actions.ts';
import { formatViolations } from './violation.ts';
import { secondDefinitions } from './facts.ts';
import { figuresWithoutWhy } from './figures.ts';
import { ownNetAmounts } from './net-amounts.ts';
import { importCircles } from './import-circles.ts';
import { importViolations } from './imports.ts';
import { innerDoors, nameViolations, openDoors, unknownFolders, wrongTags } from './names.ts';
import { programsNotBuilt } from './programs.ts';
import { projectRoot } from './project-files.ts';
import { uncaughtPromises } from './uncaught-promises.ts';

describe('the architecture', () => {
  it('imports only what boundaries.mjs allows, through the doors', () =>
    expect(formatViolations(importViolations(projectRoot))).toEqual([]));
  it('has no files that import each other in a circle', () =>
    expect(formatViolations(importCircles(projectRoot))).toEqual([]));
  it('has no meaningless folder or file name', () => expect(formatViolations(nameViolations(projectRoot))).toEqual([]));
  it('has no folder unknown to the plan', () => expect(formatViolations(unknownFolders(projectRoot))).toEqual([]));
  it('has doors that are lists of names', () => expect(formatViolations(openDoors(projectRoot))).toEqual([]));
  it('has no doors inside a package', () => expect(formatViolations(innerDoors(projectRoot))).toEqual([]));
  it('has a text for every audit action', () =>
    expect(formatViolations(auditActionsWithoutText(projectRoot))).toEqual([]));
  it('takes amounts excl. VAT from spend, and calculates none', () =>
    expect(formatViolations(ownNetAmounts(projectRoot))).toEqual([]));
  it('defines each fact of facts.md once', () => expect(formatViolations(secondDefinitions(projectRoot))).toEqual([]));
  it('explains every emission figure', () => expect(formatViolations(figuresWithoutWhy(projectRoot))).toEqual([]));
  it('builds every program it starts', () => expect(formatViolations(programsNotBuilt(projectRoot))).toEqual([]));
  it('discards no promise without a handler for its rejection', () =>
    expect(formatViolations(uncaughtPromises(projectRoot))).toEqual([]));
  it('tags each package with its side and room', () => expect(formatViolations(wrongTags(projectRoot))).toEqual([]));
});
