import * as climbing from '../../domain/appeal/chapters/climbing.ts';
import * as followingUp from '../../domain/appeal/chapters/following-up.ts';
import * as mandating from '../../domain/appeal/chapters/mandating.ts';
import * as supervising from '../../domain/appeal/chapters/supervising.ts';

/** 回访、督办、上会、交办：另有一张表. */
export const pursuits = [followingUp.moves, supervising.moves, climbing.moves, mandating.moves];
