import clsx from "clsx";
import { AudioLines, Box, CirclePlay, File, LoaderCircle, Play } from "lucide-react";
import type { Medium } from "#contract/blob.ts";
import type { BlobFrameProps } from "./blob-frame.tsx";
import { FrameWords } from "./blob-placeholder.tsx";
import type { MediumLink } from "./use-medium-link.ts";

type Props = Pick<BlobFrameProps, "label"> & {
  /** `file` is none of the media; what nobody knows is taken for a picture. */
  medium: Medium | "file" | undefined;
  link: MediumLink;
  size: "row" | "desk" | "large";
  isBlurred: boolean;
};

/** The medium inside a frame, at the size of the frame: a picture, the first frame of a clip, a sign for anything else. */
export function BlobMedia({ link, medium, size, label, isBlurred }: Props) {
  const { src, attempt, onLoaded, onFailed } = link;
  // 24 px of blur are far more than the frame at thumbnail size shows; the edges are cut off by the frame.
  const look = clsx("size-full object-cover", isBlurred && "scale-125 blur-xl");
  if (link.state === "renewing") {
    return <FrameWords icon={<LoaderCircle className="motion-safe:animate-spin" />} hint="Fetching a fresh link" />;
  }
  if (medium === "video") {
    return (
      <>
        {size === "row" ? null : (
          <video
            key={attempt}
            src={src}
            className={look}
            preload="metadata"
            muted
            playsInline
            onLoadedMetadata={onLoaded}
            onError={onFailed}
            tabIndex={-1}
            aria-label={label}
          />
        )}
        <FrameWords icon={size === "row" ? <CirclePlay /> : <PlaySign />} />
      </>
    );
  }
  if (medium === "audio") return <FrameWords icon={<AudioLines />} words={size === "row" ? undefined : "Audio"} />;
  if (medium === "model3d") return <FrameWords icon={<Box />} words={size === "row" ? undefined : "3D model"} />;
  if (medium === "file") return <FrameWords icon={<File />} words={size === "row" ? undefined : "File"} />;
  return (
    <img
      key={attempt}
      src={src}
      alt={label}
      className={look}
      loading="lazy"
      decoding="async"
      onLoad={onLoaded}
      onError={onFailed}
    />
  );
}

/** Stands over the first frame of a clip, so it brings its own ground. */
function PlaySign() {
  return (
    <span className="block rounded-full border border-border bg-surface p-2 text-text">
      <Play className="size-4 fill-current" />
    </span>
  );
}
