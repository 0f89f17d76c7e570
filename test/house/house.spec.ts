import { actsWithoutWords } from './acts.ts';
import { told } from './breach.ts';
import { secondDefinitions } from './facts.ts';
import { figuresWithoutWhy } from './figures.ts';
import { ownNetAmounts } from './net-amounts.ts';
import { importCircles } from './import-circles.ts';
import { importBreaches } from './imports.ts';
import { innerDoors, nameBreaches, openDoors, unknownFolders, wrongTags } from './names.ts';
import { programsNotBuilt } from './programs.ts';
import { projectRoot } from './project-files.ts';
import { uncaughtPromises } from './uncaught-promises.ts';

describe('the architecture', () => {
  it('imports only what house-plan.mjs allows, through the doors', () =>
    expect(told(importBreaches(projectRoot))).toEqual([]));
  it('has no files that import each other in a circle', () => expect(told(importCircles(projectRoot))).toEqual([]));
  it('has no meaningless folder or file name', () => expect(told(nameBreaches(projectRoot))).toEqual([]));
  it('has no folder unknown to the plan', () => expect(told(unknownFolders(projectRoot))).toEqual([]));
  it('has doors that are lists of names', () => expect(told(openDoors(projectRoot))).toEqual([]));
  it('has no doors inside a package', () => expect(told(innerDoors(projectRoot))).toEqual([]));
  it('has a text for every audit action', () => expect(told(actsWithoutWords(projectRoot))).toEqual([]));
  it('takes amounts excl. VAT from spend, and calculates none', () =>
    expect(told(ownNetAmounts(projectRoot))).toEqual([]));
  it('defines each fact of facts.md once', () => expect(told(secondDefinitions(projectRoot))).toEqual([]));
  it('explains every emission figure', () => expect(told(figuresWithoutWhy(projectRoot))).toEqual([]));
  it('builds every program it starts', () => expect(told(programsNotBuilt(projectRoot))).toEqual([]));
  it('discards no promise without a handler for its rejection', () =>
    expect(told(uncaughtPromises(projectRoot))).toEqual([]));
  it('tags each package with its side and room', () => expect(told(wrongTags(projectRoot))).toEqual([]));
});
