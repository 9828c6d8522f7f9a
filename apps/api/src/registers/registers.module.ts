import { Module } from '@nestjs/common';
import { RegistersResolver } from './registers.resolver';
import { RegistersService } from './registers.service';
import { TemplatesController } from './templates.controller';

@Module({ controllers: [TemplatesController], providers: [RegistersResolver, RegistersService] })
export class RegistersModule {}
