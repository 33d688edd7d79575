import clsx from "clsx";
import { AudioLines, Ban, Box, CirclePlay, EyeOff, ImageOff, LoaderCircle, RotateCw, ShieldAlert } from "lucide-react";
import { type ReactNode, useState } from "react";
import type { Blob, Medium } from "#contract/blob.ts";
import { type BlobState, blobState } from "./blob-state.ts";
import { ratingWord, reasonWords } from "./words.ts";

export type BlobFrameProps = {
  blob: Blob;
  medium: Medium | undefined;
  /** 32 px in rows, 96 px on the desk, or as wide as its place. */
  size?: "row" | "desk" | "large";
  hideMature: boolean;
  allowMatureContent: boolean | null | undefined;
  /** Whether the step that makes it is over. */
  isOver?: boolean;
  /** Say what it is, such as "hero, image 1". */
  label: string;
  /** Where the same blob is shown twice, one press shows both: whether it came, and what tells of it. */
  isRevealed?: boolean;
  onReveal?: () => void;
  onOpen?: () => void;
  /** The link no longer works: read the workflow again for a fresh one. */
  onExpired?: () => void;
};

const sizes = { row: "size-8 rounded-sm", desk: "size-24 rounded-md", large: "w-full rounded-md" };

/** A blob in a frame of its own shape: the medium, or why it is not shown. The only place that draws a medium's url. */
export function BlobFrame(props: BlobFrameProps) {
  const { blob, size = "large", hideMature, allowMatureContent, isOver = true, label, onOpen } = props;
  const [isPressed, press] = useState(false);
  const isRevealed = isPressed || props.isRevealed === true;
  const [isBroken, setBroken] = useState(false);
  const state = blobState(blob, { hideMature, allowMatureContent, isOver, isRevealed });
  const shape =
    size === "large" && blob.width && blob.height ? { aspectRatio: `${blob.width} / ${blob.height}` } : undefined;
  const frame = clsx(
    "relative block shrink-0 overflow-hidden bg-sunken",
    sizes[size],
    size === "large" && !shape && "min-h-24",
  );

  if (state !== "shown" && state !== "blurred") {
    return (
      <span className={frame} style={shape} title={`${label}: ${explain(state, blob)}`}>
        <Placeholder state={state} blob={blob} isSmall={size === "row"} />
      </span>
    );
  }
  if (isBroken) {
    return (
      <button
        type="button"
        className={frame}
        style={shape}
        aria-label={`${label} could not be loaded; try again`}
        onClick={() => {
          setBroken(false);
          props.onExpired?.();
        }}
      >
        <Centered icon={<RotateCw />} words={size === "row" ? undefined : "Could not be loaded. Try again"} />
      </button>
    );
  }
  const medium = <Media {...props} size={size} isBlurred={state === "blurred"} onBroken={() => setBroken(true)} />;
  if (state === "blurred") {
    return (
      <button
        type="button"
        className={frame}
        style={shape}
        onClick={() => {
          press(true);
          props.onReveal?.();
        }}
        aria-label={`Show ${label}, rated ${ratingWord(blob.nsfwLevel)}`}
      >
        {medium}
        {size === "row" ? null : (
          <span className="absolute inset-0 m-auto h-fit w-fit rounded-md bg-raised px-2 py-1 font-medium text-sm text-text">
            Show
          </span>
        )}
      </button>
    );
  }
  return onOpen ? (
    <button
      type="button"
      className={clsx(frame, "cursor-zoom-in")}
      style={shape}
      onClick={onOpen}
      aria-label={`Open ${label}`}
    >
      {medium}
    </button>
  ) : (
    <span className={frame} style={shape}>
      {medium}
    </span>
  );
}

function Media({
  blob,
  medium,
  size,
  label,
  isBlurred,
  onBroken,
}: Omit<BlobFrameProps, "size"> & { size: "row" | "desk" | "large"; isBlurred: boolean; onBroken: () => void }) {
  const url = blob.url ?? undefined;
  // 24 px of blur are far more than the frame at thumbnail size shows; the edges are cut off by the frame.
  const look = clsx("size-full object-cover", isBlurred && "scale-125 blur-xl");
  if (medium === "video") {
    return (
      <>
        {size === "row" ? null : (
          <video
            src={url}
            className={look}
            preload="metadata"
            muted
            playsInline
            onError={onBroken}
            tabIndex={-1}
            aria-label={label}
          />
        )}
        <Centered icon={<CirclePlay />} />
      </>
    );
  }
  if (medium === "audio") return <Centered icon={<AudioLines />} words={size === "row" ? undefined : "Audio"} />;
  if (medium === "model3d") return <Centered icon={<Box />} words={size === "row" ? undefined : "3D model"} />;
  return (
    <img src={blob.previewUrl ?? url} alt={label} className={look} loading="lazy" decoding="async" onError={onBroken} />
  );
}

function Placeholder({ state, blob, isSmall }: { state: BlobState; blob: Blob; isSmall: boolean }) {
  const icons: Partial<Record<BlobState, ReactNode>> = {
    withheld: <ShieldAlert className="text-withheld" />,
    hidden: <EyeOff />,
    blocked: <Ban />,
    pending: <LoaderCircle className="motion-safe:animate-spin" />,
  };
  const words = isSmall ? undefined : explain(state, blob);
  return (
    <Centered
      icon={icons[state] ?? <ImageOff />}
      words={words}
      isQuiet={state === "withheld"}
      {...(isSmall ? { hint: explain(state, blob) } : {})}
    />
  );
}

/** What a frame without a medium says. */
function explain(state: BlobState, blob: Blob): string {
  const size = blob.width && blob.height ? `, ${blob.width} × ${blob.height}` : "";
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

function Centered({
  icon,
  words,
  hint,
  isQuiet,
}: {
  icon: ReactNode;
  words?: string | undefined;
  hint?: string;
  isQuiet?: boolean;
}) {
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
