// Asks a language model by the chat completions API of OpenAI, which local servers speak as well.
import { z } from 'zod';
import { messageOf, UsageError } from './errors.ts';
import { visible } from './model/printable.ts';

const answerLimitMs = 60_000;
const defaults = { url: 'https://api.openai.com/v1', model: 'gpt-4.1-mini' } as const;

export type Endpoint = { url: string; model: string; key: string | undefined };

const completionSchema = z
  .looseObject({
    choices: z.tuple([z.looseObject({ message: z.looseObject({ content: z.string() }) })], z.any()),
  })
  .transform(({ choices: [first] }) => first.message.content);

/** The endpoint that OPENAI_BASE_URL, OPENAI_API_KEY and OPENAI_MODEL name; none when neither URL nor key is set. */
export function findEndpoint(env: NodeJS.ProcessEnv): Endpoint | undefined {
  const { OPENAI_BASE_URL: url, OPENAI_API_KEY: key, OPENAI_MODEL: model } = env;
  if (!url && !key) return undefined;
  return { url: url || defaults.url, model: model || defaults.model, key: key || undefined };
}

/** The model's answer. Throws a `UsageError` that names the endpoint when there is none. */
export async function complete(
  { url, model, key }: Endpoint,
  { system, user }: { system: string; user: string },
): Promise<string> {
  const messages = [
    { role: 'system', content: system },
    { role: 'user', content: user },
  ];
  const fail = (why: string): UsageError =>
    new UsageError(
      `${model} at ${url} gave no answer: ${why}. Check OPENAI_BASE_URL, OPENAI_API_KEY and OPENAI_MODEL.`,
    );
  try {
    const response = await fetch(`${url.replace(/\/$/, '')}/chat/completions`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(key !== undefined && { authorization: `Bearer ${key}` }),
      },
      body: JSON.stringify({ model, messages }),
      signal: AbortSignal.timeout(answerLimitMs),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`HTTP ${response.status} ${visible(text.slice(0, 200))}`);
    return completionSchema.parse(JSON.parse(text));
  } catch (error) {
    throw fail(reasonOf(error));
  }
}

/** fetch says "fetch failed" and puts what happened into the cause. */
function reasonOf(error: unknown): string {
  if (error instanceof z.ZodError || error instanceof SyntaxError)
    return 'it sent something else than a chat completion';
  const cause = error instanceof Error ? error.cause : undefined;
  return messageOf(cause ?? error);
}
