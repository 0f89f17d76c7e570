import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Permission, RequiresRecentSignIn } from '@tallgrunn/platform';
import { ApiKeyRequest, ApiKeyDto, CreatedApiKeyDto } from './api-key.dto.ts';
import { ListApiKeys } from './list-api-keys.ts';
import { CreateApiKey } from './create-api-key.ts';
import { RevokeApiKey } from './revoke-api-key.ts';

@ApiTags('API keys')
@Controller('api-keys')
export class ApiKeysController {
  constructor(
    private readonly listApiKeys: ListApiKeys,
    private readonly make: CreateApiKey,
    private readonly revokeApiKey: RevokeApiKey,
  ) {}

  @Get()
  @Permission('api-key.manage')
  @ApiOkResponse({ type: [ApiKeyDto] })
  list() {
    return this.listApiKeys.run();
  }

  @Post()
  @Permission('api-key.manage')
  @RequiresRecentSignIn()
  @ApiCreatedResponse({ type: CreatedApiKeyDto })
  create(@Body() body: ApiKeyRequest): Promise<CreatedApiKeyDto> {
    return this.make.run(body);
  }

  @Post(':apiKeyId/revoke')
  @HttpCode(204)
  @Permission('api-key.manage')
  revoke(@Param('apiKeyId', ParseUUIDPipe) apiKeyId: string): Promise<void> {
    return this.revokeApiKey.run(apiKeyId);
  }
}
