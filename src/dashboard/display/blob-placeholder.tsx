import clsx from "clsx";
import { Ban, EyeOff, ImageOff, LoaderCircle, ShieldAlert } from "lucide-react";
import type { ReactNode } from "react";
import type { Blob } from "#contract/blob.ts";
import type { BlobState } from "./blob-state.ts";
import { ratingWord, reasonWords } from "./words.ts";

const icons: Partial<Record<BlobState, ReactNode>> = {
  withheld: <ShieldAlert className="text-withheld" />,
  hidden: <EyeOff />,
  blocked: <Ban />,
  pending: <LoaderCircle className="motion-safe:animate-spin" />,
};

/** Why a medium is not shown, in its frame. */
export function BlobPlaceholder({ state, blob, isSmall }: { state: BlobState; blob: Blob; isSmall: boolean }) {
  const words = sayBlobState(state, blob);
  return (
    <FrameWords
      icon={icons[state] ?? <ImageOff />}
      isQuiet={state === "withheld"}
      {...(isSmall ? { hint: words } : { words })}
    />
  );
}

/** What a frame without a medium says. */
export function sayBlobState(state: BlobState, blob: Blob): string {
  const size = blob.width && blob.height ? `, ${blob.width}\u00a0×\u00a0${blob.height}` : "";
  switch (state) {
    case "withheld":
      return `Withheld: rated ${ratingWord(blob.nsfwLevel)}${size}`;
    case "hidden":
      return `Hidden: rated ${ratingWord(blob.nsfwLevel)}${size}`;
    case "blocked":
      return `Blocked for good: ${reasonWords(blob.blockedReason)}`;
    case "pending":
      return "Not made yet";
    default:
      return "Not delivered";
  }
}

type WordsProps = {
  icon: ReactNode;
  words?: string | undefined;
  /** For the screen reader alone. */
  hint?: string;
  isQuiet?: boolean;
};

/** An icon and a few words in the middle of a frame. */
export function FrameWords({ icon, words, hint, isQuiet }: WordsProps) {
  return (
    <span
      className={clsx(
        "absolute inset-0 flex flex-col items-center justify-center gap-1 p-1 text-center text-xs",
        isQuiet ? "bg-withheld-quiet text-withheld" : "text-subtle",
      )}
    >
      <span aria-hidden="true">{icon}</span>
      {words ? <span className="line-clamp-3">{words}</span> : null}
      {hint ? <span className="sr-only">{hint}</span> : null}
    </span>
  );
}
