import { Maximize2 } from "lucide-react";
import { memo } from "react";
import type { WorkflowBlob } from "#contract/workflow.ts";
import { BlobFrame } from "#dashboard/display/blob-frame.tsx";
import { RatingBadge } from "#dashboard/display/rating-badge.tsx";
import { useMediumLink } from "#dashboard/display/use-medium-link.ts";
import { IconButton } from "#dashboard/ui/icon-button.tsx";
import type { RenewLinks } from "./download-outputs.ts";
import { outputLabel } from "./output-label.ts";

export type OutputTileProps = {
  placed: WorkflowBlob;
  /** Which of the files of its step it is, when they are of several kinds. */
  member: string | undefined;
  hideMature: boolean;
  allowMatureContent: boolean | null | undefined;
  /** Whether the step that makes it is over. */
  isOver: boolean;
  isRevealed: boolean;
  /** It may be seen now, without a further press. */
  isShown: boolean;
  onReveal: (id: string) => void;
  onOpen: (id: string) => void;
  onExpired: RenewLinks;
};

/** An output in the gallery: its frame, the step that made it and its rating; a sound with its player. */
export const OutputTile = memo(function OutputTile(props: OutputTileProps) {
  const { placed, member, hideMature, allowMatureContent, isOver, isRevealed, isShown } = props;
  const { onReveal, onOpen, onExpired } = props;
  const { blob, medium, stepName } = placed;
  const label = outputLabel(placed);
  return (
    <li className="flex flex-col gap-1 [contain-intrinsic-size:auto_14rem] [content-visibility:auto]">
      {medium === "audio" && isShown ? (
        <SoundPlayer placed={placed} onOpen={() => onOpen(blob.id)} onExpired={onExpired} />
      ) : (
        <BlobFrame
          blob={blob}
          medium={medium}
          label={label}
          hideMature={hideMature}
          allowMatureContent={allowMatureContent}
          isOver={isOver}
          isRevealed={isRevealed}
          onReveal={() => onReveal(blob.id)}
          onOpen={() => onOpen(blob.id)}
          onExpired={onExpired}
        />
      )}
      <span className="flex items-center gap-2 text-muted text-xs">
        <span className="truncate" title={label}>
          {member === undefined ? stepName : `${stepName}, ${member.toLowerCase()}`}
        </span>
        {blob.nsfwLevel ? <RatingBadge rating={blob.nsfwLevel} /> : null}
      </span>
    </li>
  );
});

type SoundProps = { placed: WorkflowBlob; onOpen: () => void; onExpired: RenewLinks };

function SoundPlayer({ placed, onOpen, onExpired }: SoundProps) {
  const { src, attempt, state, onLoaded, onFailed, retry } = useMediumLink(
    placed.blob.id,
    placed.blob.url ?? undefined,
    onExpired,
  );
  const label = outputLabel(placed);
  return (
    <div className="flex flex-1 flex-col justify-center gap-2 rounded-md bg-sunken p-3">
      {state === "broken" ? (
        <button type="button" className="text-left text-sm underline underline-offset-2" onClick={retry}>
          Could not be loaded. Try again
        </button>
      ) : (
        // biome-ignore lint/a11y/useMediaCaption: music has nothing to caption.
        <audio
          key={attempt}
          src={src}
          controls
          preload="metadata"
          aria-label={label}
          className="w-full"
          onLoadedMetadata={onLoaded}
          onError={onFailed}
        />
      )}
      <IconButton label={`Open ${label}`} size="sm" className="self-end" icon={<Maximize2 />} onClick={onOpen} />
    </div>
  );
}
