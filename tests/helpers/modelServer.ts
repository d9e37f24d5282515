import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** An environment in which no model is named. */
export const noModel = { OPENAI_BASE_URL: '', OPENAI_API_KEY: '', OPENAI_MODEL: '' };

type Heard = { path: string | undefined; key: string | undefined; body: unknown };

/** Stands in for a language model's server. */
export class ModelServer implements Disposable {
  heard: Heard[] = [];
  respond: (response: ServerResponse) => void = (response) => response.destroy();
  readonly #server = createServer((request, response) => {
    void textOf(request).then((text) => {
      const { url: path, headers } = request;
      this.heard.push({ path, key: headers.authorization, body: JSON.parse(text) });
      this.respond(response);
    });
  });
  /** What OPENAI_BASE_URL is to be. */
  readonly ready = new Promise<string>((resolve) =>
    this.#server.listen(0, '127.0.0.1', () => {
      const address = this.#server.address();
      resolve(`http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}/v1`);
    }),
  );

  /** From now on it answers this. */
  says(content: string): void {
    this.respond = (response) => {
      const message = { role: 'assistant', content };
      response.end(JSON.stringify({ choices: [{ message }, { message }] }));
    };
  }

  [Symbol.dispose](): void {
    this.#server.close();
  }
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += String(chunk);
  return text;
}
