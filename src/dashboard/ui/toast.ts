export type Toast = {
  title: string;
  description?: string;
  tone?: "neutral" | "success" | "danger";
  /** Mostly an undo. */
  action?: { label: string; onPress: () => void };
};

type Show = (toast: Toast) => void;

let show: Show | undefined;
let waiting: Toast[] = [];
const listeners = new Set<() => void>();

/** Tell of something done elsewhere. Not for errors of what is on screen: those stand where they were caused. */
export function toast(next: Toast): void {
  if (show) {
    show(next);
    return;
  }
  waiting = [...waiting, next];
  for (const listener of listeners) listener();
}

/** The drawing part, once loaded, takes over what has waited. */
export function connectToasts(draw: Show): () => void {
  show = draw;
  for (const early of waiting) draw(early);
  waiting = [];
  return () => {
    show = undefined;
  };
}

/** Hear of a toast that waits for the drawing part, so that it is loaded. */
export function onFirstToast(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether toasts wait for the drawing part. */
export function hasWaitingToasts(): boolean {
  return waiting.length > 0;
}
