import { TestBed } from '@angular/core/testing';
import type { ComponentFixture } from '@angular/core/testing';
import type { Type } from '@angular/core';
import { provideRouter } from '@angular/router';
import type { Language } from '@tallgrunn/values';
import axe from 'axe-core';
import { designTexts } from './texts/design-texts.ts';
import { TextLibrary } from './texts/text-library.ts';
import type { LazyCatalogue } from './texts/text-library.ts';

/** Loads the texts of the components and of the room under test. Call it after TestBed is configured. */
export async function loadTextsForTest(
  language: Language = 'nb',
  ...catalogues: readonly LazyCatalogue<object>[]
): Promise<void> {
  const library = TestBed.inject(TextLibrary);
  await Promise.all([designTexts, ...catalogues].map((catalogue) => library.open(catalogue)));
  await library.switchTo(language);
}

type Inputs = Readonly<Record<string, unknown>>;

/** Starts to render a component with loaded texts and a router. Its server requests can then be answered. */
export async function startRendering<T>(
  component: Type<T>,
  inputs: Inputs = {},
  ...catalogues: readonly LazyCatalogue<object>[]
): Promise<ComponentFixture<T>> {
  TestBed.configureTestingModule({ providers: [provideRouter([])] });
  await loadTextsForTest('nb', ...catalogues);
  const fixture = TestBed.createComponent(component);
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  document.body.append(fixture.nativeElement);
  TestBed.tick();
  return fixture;
}

/** Renders a component that makes no server requests. */
export async function show<T>(
  component: Type<T>,
  inputs: Inputs = {},
  ...catalogues: readonly LazyCatalogue<object>[]
): Promise<ComponentFixture<T>> {
  const fixture = await startRendering(component, inputs, ...catalogues);
  await fixture.whenStable();
  return fixture;
}

/** Returns an element's text with every run of spaces as one plain space; '' without an element. */
export const normalisedText = (element: Element | null | undefined): string =>
  (element?.textContent ?? '').replace(/\s+/g, ' ').trim();

/** Returns axe's violations as short lines. Colour contrast needs a real browser and is checked in the journeys. */
export async function accessibilityViolations(element: Element): Promise<string[]> {
  const found = await axe.run(element, { rules: { 'color-contrast': { enabled: false }, region: { enabled: false } } });
  return found.violations.map(
    (violation) => `${violation.id}: ${violation.nodes.map((node) => node.html).join(' | ')}`,
  );
}
