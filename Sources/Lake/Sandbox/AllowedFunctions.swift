/// The functions that the SQL of strangers may call: those of analysis.
///
/// Whatever is not here is refused, so that a new release of the engine opens nothing. Left out on purpose:
/// settings, files, logs, catalogues, sleep, and what makes much of little (`repeat`, `lpad`, `range` as a
/// list).
enum AllowedFunctions {
  static let tables: Set<String> = ["range", "generate_series", "unnest", "json_each", "json_tree"]

  static let scalars: Set<String> = Set(
    [operators, numbers, texts, dates, lists, json, aggregates, windows, choices].flatMap {
      $0.split(whereSeparator: \.isWhitespace).map(String.init)
    }
  )

  private static let operators = """
    + - * / // % ** ^ ^@ & | ~ << >> ! !__postfix @ || && = <> != < > <= >= ~~ !~~ ~~* !~~* ~~~ -> ->> <->
    <=> <@ @> like_escape not_like_escape ilike_escape not_ilike_escape add subtract multiply divide mod
    __between
    """
  private static let numbers = """
    abs acos acosh asin asinh atan atan2 atanh cbrt ceil ceiling cos cosh cot degrees even exp factorial
    fdiv floor fmod gamma gcd greatest greatest_common_divisor isfinite isinf isnan lcm least
    least_common_multiple lgamma ln log log10 log2 nextafter pi pow power radians random round round_even
    roundbankers sign signbit sin sinh sqrt tan tanh trunc xor bit_count hash setseed
    """
  private static let texts = """
    ascii chr concat concat_ws contains damerau_levenshtein ends_with hamming instr jaccard jaro_similarity
    jaro_winkler_similarity lcase left left_grapheme len length length_grapheme char_length character_length
    levenshtein lower ltrim md5 nfc_normalize octet_length ord position prefix regexp_escape regexp_extract
    regexp_extract_all regexp_full_match regexp_matches regexp_replace regexp_split_to_array replace reverse
    right right_grapheme rtrim sha1 sha256 split split_part starts_with str_split str_split_regex
    string_split string_split_regex string_to_array strip_accents strlen strpos substr substring
    substring_grapheme suffix translate trim ucase unicode upper url_decode url_encode to_base64 to_hex
    to_binary base64 from_base64 hex bin format_bytes formatReadableSize formatreadablesize overlay
    """
  private static let dates = """
    age ago century current_date current_localtime current_localtimestamp date_add date_diff date_part
    date_sub date_trunc datediff datepart datesub datetrunc day dayname dayofmonth dayofweek dayofyear
    days_in_month decade epoch epoch_ms epoch_ns epoch_us era get_current_time get_current_timestamp hour
    isodow isoyear julian last_day make_date make_time make_timestamp make_timestamp_ms make_timestamptz
    microsecond millennium millisecond minute month monthname now quarter second strftime strptime
    time_bucket timezone to_centuries to_days to_decades to_hours to_microseconds to_milliseconds to_minutes
    to_months to_quarters to_seconds to_timestamp to_weeks to_years today transaction_timestamp try_strptime
    week weekday weekofyear year yearweek
    """
  private static let lists = """
    array_agg array_contains array_distinct array_extract array_has array_has_all array_has_any
    array_indexof array_intersect array_length array_position array_reverse array_reverse_sort array_slice
    array_sort array_to_string array_unique array_value cardinality element_at flatten list list_aggr
    list_aggregate list_any_value list_apply list_avg list_contains list_count list_distinct list_element
    list_extract list_filter list_first list_has list_has_all list_has_any list_indexof list_intersect
    list_last list_max list_median list_min list_mode list_position list_reduce list_reverse
    list_reverse_sort list_select list_slice list_sort list_sum list_transform list_unique list_value
    list_where list_zip apply filter reduce array_apply array_filter array_transform map map_contains
    map_entries map_extract map_from_entries map_keys map_values row struct_extract struct_keys struct_pack
    struct_values unnest map_extract_value list_pack
    """
  private static let json = """
    json json_array json_array_length json_contains json_exists json_extract json_extract_path
    json_extract_path_text json_extract_string json_group_array json_group_object json_keys json_object
    json_quote json_type json_valid json_value to_json array_to_json row_to_json
    """
  private static let aggregates = """
    any_value approx_count_distinct approx_quantile approx_top_k arbitrary arg_max arg_max_null arg_min
    arg_min_null argmax argmin avg bit_and bit_or bit_xor bool_and bool_or corr count count_if count_star
    countif covar_pop covar_samp entropy favg first fsum geomean geometric_mean group_concat grouping
    grouping_id histogram kahan_sum kurtosis kurtosis_pop last listagg mad max max_by mean median min min_by
    mode product quantile quantile_cont quantile_disc percentile_cont percentile_disc regr_avgx regr_avgy
    regr_count regr_intercept regr_r2 regr_slope regr_sxx regr_sxy regr_syy sem skewness stddev stddev_pop
    stddev_samp string_agg sum sumkahan var_pop var_samp variance wavg weighted_avg
    """
  private static let windows = """
    cume_dist dense_rank first_value lag last_value lead nth_value ntile percent_rank rank rank_dense
    row_number fill
    """
  private static let choices = "coalesce if ifnull nullif typeof case error enum_code alias"
}
