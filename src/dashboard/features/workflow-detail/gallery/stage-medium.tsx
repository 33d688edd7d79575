import { LoaderCircle, RotateCw } from "lucide-react";
import { isOtherFile } from "#contract/blob.ts";
import type { WorkflowBlob } from "#contract/workflow.ts";
import { useMediumLink } from "#dashboard/display/use-medium-link.ts";
import { Button } from "#dashboard/ui/button.tsx";
import { ModelStage } from "./model-stage.tsx";
import { usePlaybackPlace } from "./use-playback-place.ts";
import type { View } from "./zoom.ts";

type Props = {
  placed: WorkflowBlob;
  label: string;
  view: View;
  onExpired: () => Promise<unknown>;
};

/** A medium on the stage, at its full size: with its controls where it plays, enlarged and moved where it is a picture. */
export function StageMedium({ placed: { blob, medium }, label, view, onExpired }: Props) {
  const link = useMediumLink(blob.id, blob.url ?? undefined, onExpired);
  const { src, attempt, onLoaded, onFailed } = link;
  const place = usePlaybackPlace();
  if (link.state === "renewing") {
    return (
      <p role="status" className="flex items-center gap-2 text-muted text-sm">
        <LoaderCircle className="motion-safe:animate-spin" /> Fetching a fresh link
      </p>
    );
  }
  if (link.state === "broken") {
    return (
      <div className="flex flex-col items-center gap-2 text-sm">
        <p>It could not be loaded, with a fresh link either.</p>
        <Button icon={<RotateCw />} onClick={link.retry}>
          Try again
        </Button>
      </div>
    );
  }
  if (!medium && isOtherFile(blob.id)) {
    return <p className="p-4 text-center text-sm">A file of this kind can't be shown here. Download it.</p>;
  }
  switch (medium) {
    case "video":
      return (
        // biome-ignore lint/a11y/useMediaCaption: made-up clips have no speech.
        <video
          key={attempt}
          ref={place}
          src={src}
          controls
          autoPlay
          loop
          onLoadedMetadata={onLoaded}
          onError={onFailed}
          className="max-h-full max-w-full"
          aria-label={label}
        />
      );
    case "audio":
      return (
        // biome-ignore lint/a11y/useMediaCaption: music has nothing to caption.
        <audio
          key={attempt}
          ref={place}
          src={src}
          controls
          onLoadedMetadata={onLoaded}
          onError={onFailed}
          aria-label={label}
          className="w-96 max-w-full"
        />
      );
    case "model3d":
      if (isFilmbox(blob))
        return <p className="p-4 text-center text-sm">An FBX file can't be shown here. Download it.</p>;
      return (
        <ModelStage
          key={attempt}
          url={src ?? ""}
          fileName={blob.id}
          label={label}
          onLoaded={onLoaded}
          onFailed={onFailed}
        />
      );
    default:
      return (
        <img
          key={attempt}
          src={src}
          alt={label}
          draggable={false}
          onLoad={onLoaded}
          onError={onFailed}
          className="max-h-full max-w-full select-none object-contain"
          style={{ transform: `translate(${view.x}px, ${view.y}px) scale(${view.scale})` }}
        />
      );
  }
}

/** The viewer reads glTF only. */
function isFilmbox({ id, format }: WorkflowBlob["blob"]): boolean {
  return format?.toLowerCase() === "fbx" || /\.fbx$/i.test(id);
}
