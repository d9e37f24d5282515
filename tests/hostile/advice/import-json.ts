// Has the compiler name the fields of a manifest.
// Case: own import-json
// Expect: AC
// At most: 100
// Place: project
// Hides: /formatVersion|callTimeMs/
type Manifest = typeof import('../../process/tree/problems/coding/double/problem.json', {
  with: { 'resolution-mode': 'import', type: 'json' },
});
export const double = (n: number): number => 2 * n;
export const leak: null = {} as Manifest;
