import type { Report } from '../model/report.ts';
import type { Shown } from '../reporters/subtasks.ts';
import { renderText } from '../reporters/text.ts';
import type { Options } from './options.ts';

/** Prints a report, new or stored, in the format that was asked for. */
export function printReport(
  report: Report,
  { format, shown }: { format: Options['format']; shown: Shown },
): void {
  process.stdout.write(
    format === 'json' ? `${JSON.stringify(report, null, 2)}\n` : renderText(report, shown),
  );
}
