/** What a benchmark asks of a server that it has started, and what comes back. */
export type ServerOrder = { kind: "facts" } | { kind: "forget-delays" };

export type ServerFacts = {
  /** From the start of the process until it listened, in milliseconds. */
  startMs: number;
  /** Resident memory of the process, in MB; the heap's part of it after a collection. */
  residentMb: number;
  heapMb: number;
  /** Buffers outside of the heap. */
  externalMb: number;
  /** Processor time of the process so far, in milliseconds: told also where others want the processor too. */
  processorMs: number;
  /** The delay of the event loop since the last `forget-delays`, in milliseconds. */
  loopP99Ms: number;
  loopMaxMs: number;
};

export type ServerAnswer = { kind: "listens"; port: number } | { kind: "facts"; facts: ServerFacts };
