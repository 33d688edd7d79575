import { useEffect } from "react";

/** Name the tab after the page that is open. */
export function useTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} · Baton`;
  }, [title]);
}
