import { useEffect, useRef, useState } from "react";

/** How long typing may rest before it counts. */
const restMs = 300;

/** A text that is typed here at once and told a moment after its last change; a change from elsewhere shows here. */
export function useTypedText(value: string, onSettled: (text: string) => void): [string, (text: string) => void] {
  const [typed, setTyped] = useState(value);
  const settled = useRef(value);
  const tell = useRef(onSettled);
  tell.current = onSettled;
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
