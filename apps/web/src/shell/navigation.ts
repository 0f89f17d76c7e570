import type { Role } from '@tallgrunn/api-client';
import { rooms } from '../rooms.ts';

/** First segments of the map of pages, in the words of the navigation. */
export type Place = 'bought' | 'today' | 'reports' | 'compliance' | 'declarations' | 'agreements' | 'spend' | 'matching' | 'combined' | 'emissions' | 'published' | 'factors' | 'follow-up' | 'people' | 'settings' | 'audit';

const placesMax = 6;

/** What each role uses, its first page first. */
const placesOf: Record<Role, readonly Place[]> = {
  'supplier-clerk': ['reports', 'declarations', 'agreements', 'people'],
  'supplier-administrator': ['reports', 'declarations', 'agreements', 'people', 'audit'],
  'contract-manager': ['today', 'compliance', 'agreements', 'matching', 'combined', 'spend', 'declarations'],
  administrator: ['people', 'agreements', 'compliance', 'combined', 'factors', 'audit', 'settings'],
  auditor: ['published', 'factors'],
  buyer: ['bought', 'combined', 'emissions', 'spend', 'matching', 'factors', 'agreements'],
  'buyer-administrator': ['bought', 'combined', 'emissions', 'spend', 'matching', 'people', 'factors'],
};

/** Places that exist: rooms come one by one. */
const standing = (): ReadonlySet<string> => new Set(['people', 'audit', ...rooms.map((room) => (room.path ?? '').split('/')[0] ?? '')]);

/** At most six entries: those the role uses, of the rooms that stand. */
export function placesFor(role: Role | null): readonly Place[] {
  const there = standing();
  return role ? placesOf[role].filter((place) => there.has(place)).slice(0, placesMax) : [];
}

/** The role's first page, when its room stands. */
export function frontOf(role: Role): Place | null {
  const [first] = placesOf[role];
  return first && standing().has(first) ? first : null;
}
