// Puts the sources into the system prompt.
// Loses: prompt, injection
import {
  SYSTEM_PROMPT,
  buildPrompt as right,
  userMessage,
  type Hit,
  type Prompt,
} from '../accepted/reference.ts';

export * from '../accepted/reference.ts';

export function buildPrompt(
  question: string,
  hits: Hit[],
  o: { maxTokens: number; minScore: number },
): Prompt {
  const prompt = right(question, hits, o);
  if (!prompt.answerable) return prompt;
  const line = userMessage([], question);
  const sources = prompt.user.slice(0, -line.length).trimEnd();
  return { ...prompt, system: `${SYSTEM_PROMPT}\n\n${sources}`, user: line };
}
