import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Permission, RequiresRecentSignIn } from '@tallgrunn/platform';
import { ApiKeyRequest, ApiKeyDto, CreatedApiKeyDto } from './api-key.dto.ts';
import { ListApiKeys } from './list-api-keys.ts';
import { CreateApiKey } from './create-api-key.ts';
import { RevokeApiKey } from './revoke-api-key.ts';

@ApiTags('machine keys')
@Controller('api-keys')
export class ApiKeysController {
  constructor(
    private readonly list: ListApiKeys,
    private readonly make: CreateApiKey,
    private readonly revoke: RevokeApiKey,
  ) {}

  @Get()
  @Permission('api-key.manage')
  @ApiOkResponse({ type: [ApiKeyDto] })
  apiKeys() {
    return this.list.run();
  }

  @Post()
  @Permission('api-key.manage')
  @RequiresRecentSignIn()
  @ApiCreatedResponse({ type: CreatedApiKeyDto })
  makeApiKey(@Body() body: ApiKeyRequest): Promise<CreatedApiKeyDto> {
    return this.make.run(body);
  }

  @Delete(':apiKeyId')
  @HttpCode(204)
  @Permission('api-key.manage')
  revokeApiKey(@Param('apiKeyId', ParseUUIDPipe) apiKeyId: string): Promise<void> {
    return this.revoke.run(apiKeyId);
  }
}
