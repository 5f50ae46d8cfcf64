import { intact } from '../intact.ts';

export const { mustBe, take } = intact('recording', '录音不完整或已经损坏，请重新录一段');
