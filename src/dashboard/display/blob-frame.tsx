import clsx from "clsx";
import { RotateCw } from "lucide-react";
import { useState } from "react";
import { type Blob, isOtherFile, type Medium } from "#contract/blob.ts";
import { BlobMedia } from "./blob-media.tsx";
import { BlobPlaceholder, FrameWords, sayBlobState } from "./blob-placeholder.tsx";
import { blobState } from "./blob-state.ts";
import { useMediumLink } from "./use-medium-link.ts";
import { ratingWord } from "./words.ts";

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
  /** The link no longer works: read the workflow again for a fresh one; a promise says when that is done. */
  onExpired?: () => unknown;
};

const sizes = { row: "size-8 rounded-sm", desk: "size-24 rounded-md", large: "w-full rounded-md" };

/** A blob in a frame of its own shape: the medium, or why it is not shown. The only place that draws a medium's url. */
export function BlobFrame(props: BlobFrameProps) {
  const { blob, size = "large", hideMature, allowMatureContent, isOver = true, label, onOpen } = props;
  const [isPressed, press] = useState(false);
  const isRevealed = isPressed || props.isRevealed === true;
  const state = blobState(blob, { hideMature, allowMatureContent, isOver, isRevealed });
  const link = useMediumLink(blob.id, linkOf(blob, props.medium), props.onExpired);
  const shape =
    size === "large" && blob.width && blob.height ? { aspectRatio: `${blob.width} / ${blob.height}` } : undefined;
  const frame = clsx(
    "relative block shrink-0 overflow-hidden bg-sunken",
    sizes[size],
    size === "large" && !shape && "min-h-24",
  );

  if (state !== "shown" && state !== "blurred") {
    return (
      <span className={frame} style={shape} title={`${label}: ${sayBlobState(state, blob)}`}>
        <BlobPlaceholder state={state} blob={blob} isSmall={size === "row"} />
      </span>
    );
  }
  if (link.state === "broken") {
    return (
      <button
        type="button"
        className={frame}
        style={shape}
        aria-label={`${label} could not be loaded; try again`}
        onClick={link.retry}
      >
        <FrameWords icon={<RotateCw />} words={size === "row" ? undefined : "Could not be loaded. Try again"} />
      </button>
    );
  }
  const medium = (
    <BlobMedia
      link={link}
      medium={props.medium ?? (isOtherFile(blob.id) ? "file" : undefined)}
      label={label}
      size={size}
      isBlurred={state === "blurred"}
    />
  );
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

/** Pictures come at the size of a frame where the server offers that. */
function linkOf(blob: Blob, medium: Medium | undefined): string | undefined {
  const small = medium === "image" || medium === undefined ? blob.previewUrl : undefined;
  return small ?? blob.url ?? undefined;
}
