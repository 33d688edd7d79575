import { useEffect, useState } from "react";
import { readMedium } from "#dashboard/api/call.ts";

/** A model's bytes as an address of this page; or why they could not be read. */
export type ModelBytes = { state: "reading" } | { state: "read"; src: string } | { state: "failed"; error: unknown };

/** Reads a model: the viewer itself would not tell why it could not, and may reach our own origin only. */
export function useModelBytes(url: string): ModelBytes {
  const [bytes, setBytes] = useState<ModelBytes>({ state: "reading" });
  useEffect(() => {
    const stop = new AbortController();
    let src: string | undefined;
    const read = async () => {
      const answer = await readMedium(url, stop.signal);
      if (!answer.ok) throw new Error(`The server answered ${answer.status}.`);
      const content = await answer.blob();
      if (stop.signal.aborted) return;
      src = URL.createObjectURL(content);
      setBytes({ state: "read", src });
    };
    read().catch((error: unknown) => {
      if (!stop.signal.aborted) setBytes({ state: "failed", error });
    });
    return () => {
      stop.abort();
      if (src !== undefined) URL.revokeObjectURL(src);
      setBytes({ state: "reading" });
    };
  }, [url]);
  return bytes;
}
