// @ts-check
/*
 * The worker thread that carries the write-ahead log over into the database file. Plain JavaScript, because worker
 * threads of Node 20 read no TypeScript.
 */
import { parentPort, workerData } from "node:worker_threads";
import { DatabaseSync } from "@photostructure/sqlite";

/** @type {import("./checkpoints.ts").CheckpointTask} */
const { path, state } = workerData;
const cell = new Int32Array(state);

parentPort?.on("message", () => {
  try {
    // Opened anew each time: a connection that outlived the server's own would tidy up the log of whatever database lies
    // under that path by then.
    const connection = new DatabaseSync(path);
    try {
      connection.exec("PRAGMA wal_checkpoint(PASSIVE)");
    } finally {
      connection.close();
    }
  } finally {
    Atomics.store(cell, 0, 0);
    Atomics.notify(cell, 0);
  }
});
