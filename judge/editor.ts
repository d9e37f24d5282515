// The person's editor: `$VISUAL` or `$EDITOR`, which may hold a program with arguments, as for git.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { basename } from 'node:path';

/** Editors with a window of their own, which return at once and take `--goto file:line` and `--wait`. */
const windowed = ['code', 'code-insiders', 'codium', 'vscodium', 'cursor', 'windsurf', 'positron'];
/** Editors that take `+line` before the file. */
const inTerminal = ['vi', 'vim', 'nvim', 'gvim', 'nano', 'pico', 'emacs', 'emacsclient', 'kak'];

/** What the person set; `undefined` where nothing is. */
export function findEditor(): string | undefined {
  return process.env['VISUAL']?.trim() || process.env['EDITOR']?.trim() || undefined;
}

/** Opens a file and stays until it is closed. Answers whether the editor ended well. */
export function editFile(editor: string, path: string): boolean {
  const isWaiting = !isWindowed(editor) || /\s(--wait|-w)\b/.test(editor);
  return run(editor, isWaiting ? [path] : ['--wait', path]);
}

/** Opens a text to read and a file to work on at a line. Answers whether the editor ended well. */
export function openFiles(
  editor: string,
  { reading, working, line }: { reading: string; working: string; line: number },
): boolean {
  if (isWindowed(editor)) {
    // Nobody has to wait for a window; what is named last is in front.
    const quick = editor.replace(/\s(--wait|-w)\b/, '');
    return run(quick, ['--goto', reading, `${working}:${line}`]);
  }
  const files = inTerminal.includes(nameOf(editor))
    ? [`+${line}`, working, reading]
    : [working, reading];
  return run(editor, files);
}

/** Opens a file while this process goes on. Answers, when it is closed, whether the editor ended well. */
export async function openFile(editor: string, path: string): Promise<boolean> {
  const child = spawn('sh', ['-c', `${editor} "$1"`, 'sh', path], { stdio: 'inherit' });
  const [code]: unknown[] = await once(child, 'close');
  return code === 0;
}

function run(editor: string, args: readonly string[]): boolean {
  const { status } = spawnSync('sh', ['-c', `${editor} "$@"`, 'sh', ...args], { stdio: 'inherit' });
  return status === 0;
}

function isWindowed(editor: string): boolean {
  return windowed.includes(nameOf(editor));
}

/** The program of `$EDITOR` without its arguments; one with spaces in its path is quoted there. */
export function programOf(editor: string): string {
  const [, double, single, bare] = /^(?:"([^"]+)"|'([^']+)'|((?:\\.|\S)+))/.exec(editor) ?? [];
  return double ?? single ?? bare?.replaceAll('\\', '') ?? '';
}

function nameOf(editor: string): string {
  return basename(programOf(editor)).replace(/\.(cmd|exe)$/i, '');
}
