import { Worker } from "node:worker_threads";

/** A picture or two as RGB pixels, and the film that a camera moving over them makes. Sizes in px, all even. */
export type FilmRequest = {
  /** The second one, if there is one, is what the first turns into. */
  sheets: Uint8Array[];
  sheetWidth: number;
  sheetHeight: number;
  width: number;
  height: number;
  frames: number;
  framesPerSecond: number;
  seed: number;
  /** What comes out: one MP4 file, or the frames as lossy WebP pictures. */
  result: "mp4" | "pictures";
};

type Answer = { id: number; parts: Uint8Array[] } | { id: number; error: string };
type Waiting = { resolve: (parts: Uint8Array[]) => void; reject: (error: Error) => void };

const waiting = new Map<number, Waiting>();
let worker: Worker | undefined;
let lastId = 0;

/** Encode a film in a worker thread, one after the other: a second of film would block the server for as long. */
export function encodeFilm(request: FilmRequest): Promise<Uint8Array[]> {
  return new Promise((resolve, reject) => {
    lastId += 1;
    waiting.set(lastId, { resolve, reject });
    const current = worker ?? startWorker();
    // While films are made the process stays; an idle worker holds nobody up.
    current.ref();
    current.postMessage({ id: lastId, ...request });
  });
}

function startWorker(): Worker {
  const started = new Worker(new URL("./film-worker.mjs", import.meta.url), { execArgv: [] });
  started.on("message", (answer: Answer) => {
    const asked = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (waiting.size === 0) started.unref();
    if ("error" in answer) asked?.reject(new Error(answer.error));
    else asked?.resolve(answer.parts);
  });
  started.on("error", (error) => {
    worker = undefined;
    for (const asked of waiting.values()) asked.reject(error);
    waiting.clear();
  });
  worker = started;
  return started;
}
