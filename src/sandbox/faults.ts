import type { Fault } from "#contract/control-operations.ts";

/** A request as a fault looks at it. */
export type Requested = { method: string; path: string; isWhatif: boolean };

/** What the next requests are to meet. Kept in memory: a restart disarms. Source: decisions, "Scenarios and faults". */
export type Faults = {
  arm(fault: Fault): void;
  /** What is armed, in the order of arming; `times` is what is left. */
  list(): Fault[];
  disarm(): void;
  /** The fault that this request meets, if any; it is used up by that. */
  meet(request: Requested): Fault["kind"] | undefined;
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
    meet(request) {
      const met = armed.find((fault) => isMatch(fault, request));
      if (!met) return undefined;
      armed = armed.flatMap((fault) =>
        fault !== met ? [fault] : fault.times > 1 ? [{ ...fault, times: fault.times - 1 }] : [],
      );
      return met.kind;
    },
  };
}

function isMatch({ match }: Fault, { method, path, isWhatif }: Requested): boolean {
  const hasMethod = match?.method === undefined || match.method === method;
  const isOfKind = match?.whatif === undefined || match.whatif === isWhatif;
  return hasMethod && isOfKind && (match?.path === undefined || path.startsWith(absolute(match.path)));
}

/** A path that was written without its first slash would be met by nothing. */
function absolute(path: string): string {
  return path.startsWith("/") ? path : `/${path}`;
}
