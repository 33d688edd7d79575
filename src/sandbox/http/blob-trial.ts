import { flux, type Heard, type HttpTrial, httpTrial } from "./http-trial.ts";

export const blobs = "/v2/consumer/blobs";

/** A caller with a link and no bearer. */
export const nobody = { token: null };

/** A trial with one picture that is there, its blob as the workflow tells it, and how to read it again. */
export async function withPicture(prompt = "a fox", more: object = {}) {
  const trial = httpTrial();
  const { id } = await trial.submit({ steps: [flux(prompt)], ...more });
  await trial.pass(10);
  const read = async () => (await trial.say("GET", `/v2/consumer/workflows/${id}`)).body.steps[0].output.images[0];
  return { ...trial, id, read, blob: await read() };
}

/** Follow a blob's link to its bytes, as a browser does. */
export async function follow(
  { say }: HttpTrial,
  url: string,
  headers: Record<string, string> = {},
  method = "GET",
): Promise<Heard> {
  const redirect = await say("GET", url, nobody);
  return say(method, redirect.headers.get("Location") ?? "", { ...nobody, headers });
}
