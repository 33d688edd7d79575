import { Suspense, useEffect, useState } from "react";
import { lazyPart } from "./lazy-part.ts";
import { hasWaitingToasts, onFirstToast } from "./toast.ts";

const Drawer = lazyPart(async () => (await import("./toast-drawer.tsx")).ToastDrawer);

/** Stands once in the shell. The library that draws toasts is loaded with the first one. */
export function Toaster() {
  const [isWanted, setIsWanted] = useState(hasWaitingToasts);
  useEffect(() => onFirstToast(() => setIsWanted(true)), []);
  return (
    isWanted && (
      <Suspense>
        <Drawer />
      </Suspense>
    )
  );
}
