import { BadInput } from '../bad-input.ts';
import { cleanAac, isAac } from './aac.ts';
import { cleanMp3, isMp3 } from './mp3.ts';
import { cleanMp4 } from './mp4.ts';
import { cleanOgg } from './ogg.ts';
import { withoutId3 } from './tags.ts';
import { cleanWebm } from './webm.ts';

/** `seconds` as the sound itself has it, not rounded. */
export interface Sound {
  readonly content: Buffer;
  readonly seconds: number;
}

export interface Recording extends Sound {
  readonly type: string;
  /** How a file of this type ends. */
  readonly ending: string;
}

interface Format extends Pick<Recording, 'type' | 'ending'> {
  is(content: Buffer): boolean;
  clean(content: Buffer): Sound;
}

const starts =
  (with_: string, at = 0) =>
  (content: Buffer) =>
    content.toString('latin1', at, at + with_.length) === with_;

const formats: readonly Format[] = [
  { type: 'audio/mpeg', ending: 'mp3', is: isMp3, clean: cleanMp3 },
  { type: 'audio/aac', ending: 'aac', is: isAac, clean: cleanAac },
  { type: 'audio/mp4', ending: 'm4a', is: starts('ftyp', 4), clean: cleanMp4 },
  { type: 'audio/webm', ending: 'webm', is: starts('\x1a\x45\xdf\xa3'), clean: cleanWebm },
  { type: 'audio/ogg', ending: 'ogg', is: starts('OggS'), clean: cleanOgg },
];

/**
 * The copy that is kept: the sound, and nothing of where, when and with what it was made that stands beside it.
 * Known by what is in it, never by its name. Cleaning it again changes nothing. Throws {@link BadInput} for what is
 * no recording, holds a picture, or is damaged.
 */
export function cleanRecording(given: Buffer): Recording {
  const content = withoutId3(given);
  const format = formats.find(({ is }) => is(content));
  if (!format) throw new BadInput('recording', '只能上传 MP3、AAC、M4A、WebM 或 Ogg 录音');
  return { type: format.type, ending: format.ending, ...format.clean(content) };
}
