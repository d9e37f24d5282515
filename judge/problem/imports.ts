// Pure: what a source text imports, as far as that is seen without running it.

/**
 * Packages that are loaded before the text itself, in their order. Types are none, and neither is
 * what stands in a comment; where a text is odd, rather one too few than one that it does not load.
 */
export function packagesOf(source: string): string[] {
  const code = source.replace(/\/\*[\s\S]*?\*\//g, '');
  const found = code.matchAll(/^import\s+(?!type\b)(?:[^'";]*?\sfrom\s+)?(['"])([^'"]+)\1/gm);
  const names = [...found].map(([, , name = '']) => name);
  return [...new Set(names)].filter((name) => /^@?[a-z]/i.test(name) && !/^\w+:/.test(name));
}

/** Files that the text names by a relative path, whether it loads them at once, later or never. */
export function filesOf(source: string): string[] {
  const found = source.matchAll(/\b(?:from|import)\s*\(?\s*(['"])(\.{1,2}\/[^'"]+)\1/g);
  return [...new Set([...found].map(([, , path = '']) => path))];
}
