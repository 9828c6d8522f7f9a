import { Module } from '@nestjs/common';
import { Anchoring } from './anchoring';
import { RegularProof } from './regular-proof';

@Module({ providers: [Anchoring, RegularProof] })
export class RecordModule {}
