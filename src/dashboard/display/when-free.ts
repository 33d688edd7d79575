/** The guards that are up now: each asks its question, and goes on when the answer is to leave. */
const guards = new Map<string, (goOn: () => void) => void>();

/** Put a guard up; answers what takes it down. */
export function putGuard(id: string, ask: (goOn: () => void) => void): () => void {
  guards.set(id, ask);
  return () => void guards.delete(id);
}

/** Do what ends everything on the page, such as going to another connection; asked about first where something is under way. */
export function whenFree(goOn: () => void): void {
  const [ask] = guards.values();
  if (ask) ask(goOn);
  else goOn();
}
