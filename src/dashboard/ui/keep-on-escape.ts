type ChangeDetails = { reason: string; cancel: () => void; allowPropagation: () => void };

/** Escape leaves a list or the dialog around it; it never wipes what was chosen, which is what Base UI would do. */
export function keepOnEscape<Next>(take: (next: Next) => void): (next: Next, details: ChangeDetails) => void {
  return (next, details) => {
    if (details.reason !== "escape-key") return take(next);
    details.cancel();
    details.allowPropagation();
  };
}
