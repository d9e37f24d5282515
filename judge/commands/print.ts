import { appendFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { messageOf } from '../errors.ts';
import type { Format } from '../model/format.ts';
import { isInside } from '../problem/locate.ts';
import type { Report } from '../model/report.ts';
import { renderExercism } from '../reporters/exercism.ts';
import { renderGithub } from '../reporters/github.ts';
import { renderGradescope } from '../reporters/gradescope.ts';
import { harmless } from '../reporters/harmless.ts';
import { renderJunit } from '../reporters/junit.ts';
import { renderMarkdown } from '../reporters/markdown.ts';
import { renderLines } from '../reporters/pointed.ts';
import type { Shown } from '../reporters/subtasks.ts';
import { renderText } from '../reporters/text.ts';

export type Printing = {
  root: string;
  format: Format;
  /** Whether lines for an editor's problem matcher follow the text. */
  hasLines: boolean;
  /** When the run was made. */
  at: Date;
  shown: Shown;
};

/** Prints a report, new or stored, in the format that was asked for. */
export function printReport(report: Report, printing: Printing): void {
  process.stdout.write(renderReport(report, printing));
  if (printing.format === 'github') addStepSummary(harmless(report));
}

/** What `printReport` prints. */
export function renderReport(report: Report, { hasLines, ...printing }: Printing): string {
  const told = harmless(report);
  const text = render(told, printing);
  return hasLines && printing.format === 'text' ? `${text}\n${renderLines(told)}` : text;
}

function render(report: Report, { root, format, at, shown }: Omit<Printing, 'hasLines'>): string {
  switch (format) {
    case 'text':
      return renderText(report, shown);
    case 'json':
      return `${JSON.stringify(report, null, 2)}\n`;
    case 'junit':
      return renderJunit(report, { at });
    case 'github':
      return renderGithub(report, { file: inCheckout(report.file, root) });
    case 'gradescope':
      return renderGradescope(report);
    case 'exercism':
      return renderExercism(report);
    case 'md':
      return renderMarkdown(report);
  }
}

/** GitHub finds annotated files by their path in the checkout, which may hold the project in a folder. */
function inCheckout(file: string, root: string): string {
  const checkout = process.env['GITHUB_WORKSPACE'];
  const path = resolve(root, file);
  return checkout && isInside(path, checkout) ? relative(checkout, path) : file;
}

/** The page of a workflow run shows what stands in that file. */
function addStepSummary(report: Report): void {
  const path = process.env['GITHUB_STEP_SUMMARY'];
  if (!path) return;
  try {
    appendFileSync(path, renderMarkdown(report));
  } catch (error) {
    process.stderr.write(`The step summary cannot be written: ${messageOf(error)}\n`);
  }
}
