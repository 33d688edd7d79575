import { ask } from "./measure.ts";

/** Another account that writes meanwhile: what a sandbox keeps of its answers until the next write helps nobody then. */
export type Bystander = {
  write(): Promise<void>;
  /** Write so many times a second until stopped. */
  keepWriting(perSecond: number): () => Promise<void>;
};

export async function openBystander(origin: string): Promise<Bystander> {
  const headers = { Authorization: "Bearer sandbox_bystander", "Content-Type": "application/json" };
  const path = "/v2/consumer/workflows";
  const body = JSON.stringify({ steps: [{ $type: "echo", input: { message: "here" } }] });
  const { id }: { id: string } = JSON.parse(String(await ask(origin, { path, method: "POST", headers, body })));
  let times = 0;
  const write = async () => {
    times += 1;
    await ask(origin, {
      ...{ path: `${path}/${id}`, method: "PUT", headers },
      body: JSON.stringify({ metadata: { times } }),
    });
  };
  return {
    write,
    keepWriting(perSecond) {
      let last = Promise.resolve();
      const timer = setInterval(() => {
        last = last.then(write);
      }, 1000 / perSecond);
      return async () => {
        clearInterval(timer);
        await last;
      };
    },
  };
}
