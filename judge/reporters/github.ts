// Workflow commands of GitHub Actions: annotations at the lines of the submission.
import type { Report } from '../model/report.ts';
import { pointedFindings } from './pointed.ts';

/** GitHub shows no more of one step. */
const maxAnnotations = 10;

/** At most ten commands: the score, then what is to be mended first. `file` is relative to the checkout. */
export function renderGithub(report: Report, { file }: { file: string }): string {
  const { slug, title, verdict, points, maxPoints, message = '', seed } = report;
  if (verdict === 'JE') {
    const says = `The judge failed, not you; this run is not counted: ${message} (seed ${seed})`;
    return command('error', { title: `${slug}: judge error` }, says);
  }
  const findings = pointedFindings(report);
  const shown = findings.slice(0, maxAnnotations - 1);
  const left = findings.length - shown.length;
  const more = left === 0 ? '' : `, ${left} more findings in the report`;
  return [
    command(
      'notice',
      { title: `${slug}: ${points} of ${maxPoints}` },
      `${title}: ${verdict}${more}`,
    ),
    ...shown.map(({ severity, subject, line, column, text }) =>
      command(severity, { file, line, col: column, title: `${slug}: ${subject}` }, text),
    ),
  ].join('');
}

function command(
  name: 'error' | 'warning' | 'notice',
  properties: Record<string, string | number>,
  message: string,
): string {
  const listed = Object.entries(properties)
    .map(([key, value]) => `${key}=${escapeProperty(String(value))}`)
    .join(',');
  return `::${name} ${listed}::${escapeData(message)}\n`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
