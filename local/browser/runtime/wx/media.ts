import { endingOf, keepTemporary, readBlob, resolveUrl } from '../files/store.ts';
import { strings, textOf } from '../world.ts';
import { Failure, type Options, wxCalls } from './call.ts';

type Chosen = { file: File; path: string };

/** Opens the browser's own file chooser. */
function chooseFiles(accept: string, many: boolean, camera: boolean): Promise<Chosen[]> {
  return new Promise((resolve, reject) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = accept;
    input.multiple = many;
    if (camera) input.setAttribute('capture', 'environment');
    input.hidden = true;
    document.body.append(input);
    input.addEventListener('cancel', () => {
      input.remove();
      reject(new Failure('cancel'));
    });
    input.addEventListener('change', () => {
      const files = [...(input.files ?? [])];
      input.remove();
      resolve(files.map((file) => ({ file, path: keepTemporary(file, endingOf(file.name, file.type)) })));
    });
    input.click();
  });
}

/** A computer has no chats: the file comes from its folders. */
async function chooseMessageFile({ count, extension }: Options) {
  const limit = Number(count ?? 1);
  const accept = strings(extension).map((ending) => `.${ending}`);
  const chosen = (await chooseFiles(accept.join(), limit > 1, false)).slice(0, limit);
  const tempFiles = chosen.map(({ file, path }) => {
    const { name, size, lastModified } = file;
    return { path, name, size, type: 'file', time: Math.floor(lastModified / 1000) };
  });
  return { tempFiles };
}

async function chooseMedia({ count, mediaType, sourceType }: Options) {
  const kinds = strings(mediaType).length === 0 ? ['image', 'video'] : strings(mediaType);
  const wanted = kinds.flatMap((kind) => (kind === 'mix' ? ['image/*', 'video/*'] : [`${kind}/*`]));
  const camera = strings(sourceType).join() === 'camera';
  const limit = Number(count ?? 9);
  const chosen = (await chooseFiles(wanted.join(), limit > 1, camera)).slice(0, limit);
  const tempFiles = await Promise.all(chosen.map(describeMedia));
  const kind = tempFiles.every(({ fileType }) => fileType === tempFiles[0]?.fileType)
    ? tempFiles[0]?.fileType
    : 'mix';
  return { tempFiles, type: kind };
}

async function describeMedia({ file, path }: Chosen) {
  const fileType = file.type.startsWith('video/') ? 'video' : 'image';
  const size = fileType === 'image' ? await sizeOf(path) : await videoSize(path);
  return {
    tempFilePath: path,
    size: file.size,
    fileType,
    thumbTempFilePath: path,
    originalFileObj: file,
    ...size,
  };
}

async function sizeOf(path: string): Promise<{ width: number; height: number }> {
  const picture = await loadPicture(path);
  return { width: picture.naturalWidth, height: picture.naturalHeight };
}

async function videoSize(path: string): Promise<{ width: number; height: number; duration: number }> {
  const video = document.createElement('video');
  video.preload = 'metadata';
  video.src = await resolveUrl(path);
  await new Promise((resolve) => {
    video.onloadedmetadata = resolve;
    video.onerror = resolve;
  });
  return { width: video.videoWidth, height: video.videoHeight, duration: video.duration || 0 };
}

async function loadPicture(path: string): Promise<HTMLImageElement> {
  const picture = new Image();
  picture.src = await resolveUrl(path);
  await picture.decode().catch(() => Promise.reject(new Failure('cannot read the image')));
  return picture;
}

async function chooseImage({ count, sourceType }: Options) {
  const { tempFiles } = await chooseMedia({ count: count ?? 9, mediaType: ['image'], sourceType });
  return {
    tempFilePaths: tempFiles.map((file) => file.tempFilePath),
    tempFiles: tempFiles.map(({ tempFilePath, size }) => ({ path: tempFilePath, size })),
  };
}

async function compressImage({ src, quality, compressedWidth, compressedHeight }: Options) {
  const picture = await loadPicture(textOf(src));
  const scale =
    Number(compressedWidth ?? 0) / picture.naturalWidth ||
    Number(compressedHeight ?? 0) / picture.naturalHeight ||
    1;
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.naturalWidth * scale));
  canvas.height = Math.max(1, Math.round(picture.naturalHeight * scale));
  canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, 'image/jpeg', Number(quality ?? 80) / 100);
  });
  if (blob === null) throw new Failure('cannot compress the image');
  return { tempFilePath: keepTemporary(blob, '.jpg') };
}

async function getImageInfo({ src }: Options) {
  const picture = await loadPicture(textOf(src));
  const type = (await readBlob(textOf(src)))?.type.split('/')[1] ?? 'unknown';
  return {
    width: picture.naturalWidth,
    height: picture.naturalHeight,
    path: textOf(src),
    orientation: 'up',
    type,
  };
}

export const media = wxCalls({ chooseMessageFile, chooseMedia, chooseImage, compressImage, getImageInfo });
