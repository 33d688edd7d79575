import type { Fault } from "#contract/control-operations.ts";

/** What the next requests are to meet. Kept in memory: a restart disarms. Source: decisions, "Scenarios and faults". */
export type Faults = {
  arm(fault: Fault): void;
  /** What is armed, in the order of arming; `times` is what is left. */
  list(): Fault[];
  disarm(): void;
  /** The fault that this request meets, if any; it is used up by that. */
  meet(method: string, path: string): Fault["kind"] | undefined;
};

export function createFaults(): Faults {
  let armed: Fault[] = [];
  return {
    arm: (fault) => {
      armed.push(fault);
    },
    list: () => armed.map((fault) => ({ ...fault })),
    disarm: () => {
      armed = [];
    },
    meet(method, path) {
      const met = armed.find((fault) => isMatch(fault, method, path));
      if (!met) return undefined;
      armed = armed.flatMap((fault) =>
        fault !== met ? [fault] : fault.times > 1 ? [{ ...fault, times: fault.times - 1 }] : [],
      );
      return met.kind;
    },
  };
}

function isMatch({ match }: Fault, method: string, path: string): boolean {
  const hasMethod = match?.method === undefined || match.method === method;
  return hasMethod && (match?.path === undefined || path.startsWith(match.path));
}
