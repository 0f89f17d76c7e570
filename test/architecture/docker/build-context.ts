import path from 'node:path';

/**
 * Returns true if Docker excludes a file from the build context: a line of .dockerignore matches it or a folder above
 * it.
 */
export function isIgnored(file: string, dockerignore: string): boolean {
  const patterns = dockerignore
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  const parts = file.split('/');
  const places = parts.map((_part, index) => parts.slice(0, index + 1).join('/'));
  return patterns.some((pattern) => places.some((place) => path.matchesGlob(place, pattern)));
}
