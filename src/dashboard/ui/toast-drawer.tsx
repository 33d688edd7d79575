import { CircleAlert, CircleCheck } from "lucide-react";
import { useEffect, useSyncExternalStore } from "react";
import { Toaster as Sonner, toast as sonner } from "sonner";
import { whenUncovered } from "./modals.ts";
import { connectToasts, type Toast } from "./toast.ts";

/** Sonner in our colours. */
export function ToastDrawer() {
  // After the first drawing: Sonner hears only what is said once it stands.
  useEffect(() => connectToasts(draw), []);
  const isNarrow = useSyncExternalStore(followWidth, () => narrow().matches);
  return (
    <Sonner
      // Away from what spends: prices and their buttons stand at the right, on a narrow screen at the bottom.
      position={isNarrow ? "top-center" : "bottom-left"}
      gap={8}
      icons={{ success: <CircleCheck className="text-success" />, error: <CircleAlert className="text-danger" /> }}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            "flex w-90 max-w-[calc(100vw-32px)] items-start gap-2 rounded-md bg-raised p-3 text-sm text-text shadow-float",
          icon: "mt-0.5",
          content: "min-w-0 flex-1",
          title: "font-medium",
          description: "text-muted",
          actionButton: "h-6 rounded-sm px-1.5 font-medium text-accent hover:bg-hover",
        },
      }}
    />
  );
}

/** The `md` of the style sheet. */
const narrow = () => matchMedia("(width < 56.25rem)");

function followWidth(onChange: () => void): () => void {
  const query = narrow();
  query.addEventListener("change", onChange);
  return () => query.removeEventListener("change", onChange);
}

function draw({ title, description, tone = "neutral", action }: Toast): void {
  const by = { neutral: sonner, success: sonner.success, danger: sonner.error }[tone];
  // Its time would run out unseen behind a dialog, and its button would be out of reach.
  whenUncovered(() => by(title, { description, action: action && { label: action.label, onClick: action.onPress } }));
}
