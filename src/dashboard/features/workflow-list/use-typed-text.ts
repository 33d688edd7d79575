import { useEffect, useRef, useState } from "react";

/** How long typing may rest before it counts. */
const restMs = 300;

/**
 * A text that is typed here at once and told a moment after its last change; a change from elsewhere shows here. `turn`:
 * another number drops what is typed and not told yet, such as when all filters are cleared.
 */
export function useTypedText(
  value: string,
  onSettled: (text: string) => void,
  turn = 0,
): [string, (text: string) => void] {
  const [typed, setTyped] = useState(value);
  const settled = useRef(value);
  const tell = useRef(onSettled);
  tell.current = onSettled;
  const seenTurn = useRef(turn);
  if (turn !== seenTurn.current) {
    seenTurn.current = turn;
    settled.current = value;
    setTyped(value);
  }
  const seen = useRef(value);
  if (value !== seen.current) {
    seen.current = value;
    // What comes back of the typing itself changes nothing: there may be more of it by now.
    if (value !== settled.current) setTyped(value);
    settled.current = value;
  }
  useEffect(() => {
    if (typed === settled.current) return;
    const timer = setTimeout(() => {
      settled.current = typed;
      tell.current(typed);
    }, restMs);
    return () => clearTimeout(timer);
  }, [typed]);
  return [typed, setTyped];
}
