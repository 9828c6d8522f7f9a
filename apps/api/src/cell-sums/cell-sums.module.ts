import { Module } from '@nestjs/common';
import { CellSumsResolver } from './cell-sums.resolver';
import { CellSumsService } from './cell-sums.service';

@Module({ providers: [CellSumsResolver, CellSumsService] })
export class CellSumsModule {}
