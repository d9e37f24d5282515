import { printable } from '../model/printable.ts';
import { reportSchema, type Report } from '../model/report.ts';

/**
 * The report with every text in it harmless: no control character, nothing that a CI takes for a
 * command. What a run writes is so already; a report from an imported history need not be.
 */
export function harmless(report: Report): Report {
  return reportSchema.parse(tame(report));
}

function tame(value: unknown): unknown {
  if (typeof value === 'string') return printable(value, Infinity);
  if (Array.isArray(value)) return value.map(tame);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, tame(inner)]));
}
