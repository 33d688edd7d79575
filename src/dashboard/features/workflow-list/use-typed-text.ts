import { useEffect, useRef, useState } from "react";

/** How long typing may rest before it counts. */
const restMs = 300;

/** A text that is typed here at once and told a moment after its last change; a change from elsewhere shows here. */
export function useTypedText(value: string, onSettled: (text: string) => void): [string, (text: string) => void] {
  const [typed, setTyped] = useState(value);
  const settled = useRef(value);
  const tell = useRef(onSettled);
  tell.current = onSettled;
  if (value !== settled.current) {
    settled.current = value;
    setTyped(value);
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
